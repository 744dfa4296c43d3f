#!/usr/bin/env python3
"""A check that cannot fail checks nothing: each rule is broken once."""
import pathlib
import tempfile
import unittest

from check_includes import faults_under

FILES = {
    "base/CMakeLists.txt": "collega_module(base)",
    "base/include/collega/base/date.h": "",
    "base/src/inside.h": "",
    "engines/language/CMakeLists.txt": "collega_module(engines/language USES base LINKS stemmer)",
    "engines/language/include/collega/language/tokens.h": '#include "collega/base/date.h"\n',
    "engines/language/src/characters.h": "",
    "engines/language/src/tokens.cpp": '#include "collega/language/tokens.h"\n#include "characters.h"\n',
    "documents/CMakeLists.txt": "collega_module(documents USES base\n  LINKS poppler)",
    "documents/include/collega/documents/read.h": "",
    "main/CMakeLists.txt": "set(MAIN_USES base)",
    "main/main.cpp": '#include "collega/base/date.h"\n',
}


class CheckIncludes(unittest.TestCase):
    def faults(self, path=None, content=None):
        with tempfile.TemporaryDirectory() as folder:
            src = pathlib.Path(folder).resolve()
            for name, text in {**FILES, **({path: content} if path else {})}.items():
                (src / name).parent.mkdir(parents=True, exist_ok=True)
                (src / name).write_text(text, encoding="utf-8")
            return faults_under(src)[1]

    def test_a_house_in_order_has_no_faults(self):
        self.assertEqual(self.faults(), [])

    def test_an_undeclared_module_is_refused(self):
        faults = self.faults("documents/src/a.cpp", '#include "collega/language/tokens.h"\n')
        self.assertEqual(len(faults), 1)
        self.assertIn("does not declare", faults[0])

    def test_main_is_held_to_what_it_declares(self):
        self.assertEqual(len(self.faults("main/b.cpp", '#include "collega/documents/read.h"\n')), 1)

    def test_a_relative_include_is_refused(self):
        self.assertIn("relative", self.faults("engines/language/src/a.cpp", '#include "../src/characters.h"\n')[0])

    def test_the_inside_of_another_module_is_refused(self):
        self.assertIn("not of this module", self.faults("engines/language/src/a.cpp", '#include "inside.h"\n')[0])

    def test_a_face_does_not_reach_into_its_inside(self):
        path = "engines/language/include/collega/language/b.h"
        self.assertIn("from a face", self.faults(path, '#include "characters.h"\n')[0])

    def test_own_headers_go_between_quotes(self):
        self.assertIn("quotes", self.faults("documents/src/a.cpp", "#include <collega/base/date.h>\n")[0])


if __name__ == "__main__":
    unittest.main()

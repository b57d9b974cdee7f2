// Writes the names of @faker-js/faker as JSON for make.py:
//
//     node faker.mjs FOLDER > faker-js.json      FOLDER holds the unpacked package
import { pathToFileURL } from "node:url";

const locales = ["nl", "nl_BE", "tr", "pl", "fr", "de", "en", "en_IN", "id_ID", "hu", "hr", "ro", "sv", "da", "it", "es", "so", "cs_CZ", "sk", "en_NG", "en_GH", "fa", "ku_ckb", "az", "ur"];
const all = {};
for (const locale of locales) {
  let faker;
  try {
    ({ faker } = await import(pathToFileURL(`${process.argv[2]}/dist/locale/${locale}.js`).href));
  } catch {
    continue; // not every release has every language
  }
  const names = (list) => Object.values(list ?? {}).flat().map((name) => (typeof name === "string" ? name : name.value));
  const person = faker.rawDefinitions.person ?? {};
  all[locale] = { given: names(person.first_name), family: names(person.last_name) };
}
console.log(JSON.stringify(all));

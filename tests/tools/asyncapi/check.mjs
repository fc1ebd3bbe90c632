// Checks an AsyncAPI document by the official parser: node check.mjs DOCUMENT FOLDER_WITH_NODE_MODULES
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [document, installed] = process.argv.slice(2);
const { Parser } = createRequire(resolve(installed, "package.json"))("@asyncapi/parser");
const text = readFileSync(document, "utf8");
const { diagnostics } = await new Parser().parse(text, { source: document });

const told = diagnostics.filter(({ severity }) => severity <= 1); // errors and warnings
for (const { severity, code, message, path, range } of told) {
  console.error(`${document}:${range.start.line + 1} ${["error", "warning"][severity]} ${code} at ${path.join(".")}: ${message}`);
}
process.exit(told.length ? 1 : 0);

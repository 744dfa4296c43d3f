// A table as a workbook: five small parts of XML (ECMA-376) in a zip (PKWARE's APPNOTE.TXT). Texts stay texts: nothing in it is a formula.

type Cell = string | number;

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** What a cell can hold, and a name of a sheet (ECMA-376, 18.18.55 and Excel's own bounds). */
const LONGEST_TEXT = 32_767;
const LONGEST_NAME = 31;
const WIDEST_COLUMN = 60;

export async function toXlsx(name: string, rows: Cell[][]): Promise<Blob> {
  return zipped({
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    "_rels/.rels": relationship("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(nameOfSheet(name))}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationship("worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": sheetOf(rows),
  });
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function relationship(kind: string, target: string) {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/${kind}" Target="${target}"/></Relationships>`;
}

/** The first row stays in sight. */
function sheetOf(rows: Cell[][]): string {
  const view = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const body = rows.map((row) => `<row>${row.map(cellOf).join("")}</row>`).join("");
  return `${HEAD}<worksheet xmlns="${MAIN}">${view}${widths(rows)}<sheetData>${body}</sheetData></worksheet>`;
}

function widths(rows: Cell[][]): string {
  const columns = rows[0]?.length ?? 0;
  if (columns === 0) return "";
  const wide = Array.from({ length: columns }, (_, place) => rows.reduce((most, row) => Math.max(most, String(row[place] ?? "").length), 0));
  return `<cols>${wide.map((width, place) => `<col min="${place + 1}" max="${place + 1}" width="${Math.min(width, WIDEST_COLUMN) + 2}" customWidth="1"/>`).join("")}</cols>`;
}

function cellOf(value: Cell): string {
  if (typeof value === "number" && Number.isFinite(value)) return `<c><v>${value}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(String(value).slice(0, LONGEST_TEXT))}</t></is></c>`;
}

function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "\uFFFD")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function nameOfSheet(name: string): string {
  return name.replace(/[[\]:*?/\\']/g, " ").trim().slice(0, LONGEST_NAME) || "1";
}

async function zipped(parts: Record<string, string>): Promise<Blob> {
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = encode(content);
    const packed = await deflated(bytes);
    const facts = [VERSION, UTF8_NAMES, DEFLATED, 0, DAY_ONE, [crc32(bytes), 4], [packed.length, 4], [bytes.length, 4], encode(name).length, 0] satisfies Fields;
    const head = record(0x04034b50, facts, name);
    central.push(record(0x02014b50, [VERSION, ...facts, 0, 0, 0, [0, 4], [offset, 4]], name));
    local.push(head, packed);
    offset += head.length + packed.length;
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const end = record(0x06054b50, [0, 0, central.length, central.length, [size, 4], [offset, 4], 0], "");
  return new Blob([...local, ...central, end] as BlobPart[], { type: TYPE });
}

/** Of two bytes each, unless it says how many. */
type Fields = (number | [value: number, bytes: number])[];
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
const DAY_ONE = 0x21; // 1 January 1980: a file says of itself when it was made, if at all

function record(signature: number, fields: Fields, name: string): Uint8Array {
  const bytes: number[] = [];
  for (const field of [[signature, 4] as [number, number], ...fields]) {
    const [value, length] = typeof field === "number" ? [field, 2] : field;
    for (let place = 0; place < length; ++place) bytes.push((value >>> (8 * place)) & 0xff);
  }
  return Uint8Array.from([...bytes, ...encode(name)]);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; ++bit) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (crcTable[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}

import { Anchor, createTheme, type MantineColorsTuple } from "@mantine/core";

/** The one accent colour: a calm green-blue that holds 4.5:1 on white from its sixth shade on. */
const lake: MantineColorsTuple = [
  "#eef7f6", "#e1f1ef", "#bfdfdc", "#98cbc7", "#74b8b3", "#4f9b96", "#0b5b56", "#0a514d", "#084642", "#053532",
];

export const theme = createTheme({
  primaryColor: "lake",
  primaryShade: 6,
  colors: { lake },
  fontFamily: 'Inter, "Segoe UI", system-ui, -apple-system, "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "DejaVu Sans Mono", monospace',
  defaultRadius: "md",
  headings: { fontWeight: "650", sizes: { h1: { fontSize: "1.4rem", lineHeight: "1.3" }, h2: { fontSize: "1.05rem", lineHeight: "1.4" } } },
  components: {
    // A link is one without its colour too.
    Anchor: Anchor.extend({ defaultProps: { underline: "always" } }),
    // The head of a dialog is no banner of the page.
    ModalHeader: { defaultProps: { role: "none" } },
    DrawerHeader: { defaultProps: { role: "none" } },
  },
  cursorType: "pointer",
});

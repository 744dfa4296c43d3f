import "@mantine/core/styles.css";
import "./frame/frame.css";
import { MantineProvider } from "@mantine/core";
import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { SpeaksTwo } from "./frame/language";
import { theme } from "./frame/theme";
import { House } from "./House";

// Without it the Content-Security-Policy refuses the styles that components make.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
setNonce(nonce);

const place = document.getElementById("pages");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
        <SpeaksTwo>
          <House />
        </SpeaksTwo>
      </MantineProvider>
    </StrictMode>,
  );
}

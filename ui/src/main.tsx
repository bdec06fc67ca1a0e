import { createRoot } from "react-dom/client";
import "./styles/mantine.css";
import "./styles/tokens.css";
import "./styles/fonts.css";
import "./styles/global.css";
import { App } from "./App.tsx";
import { commands } from "./ipc/bindings.ts";

if (import.meta.env.VITE_FAKE) {
  const { installFake } = await import("./ipc/fake.ts");
  installFake();
} else if (import.meta.env.VITE_BRIDGE) {
  const { installBridge } = await import("./ipc/bridge.ts");
  await installBridge();
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);

// Twice, so that the first frame is on the screen.
requestAnimationFrame(() => requestAnimationFrame(() => void commands.uiReady()));

// What the pages expect of a browser and happy-dom leaves out.

import "@testing-library/jest-dom/vitest";
import { clearMocks } from "@tauri-apps/api/mocks";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// Working out what is hidden takes most of the time of a test, and a busy machine needs patience.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });

// One test builds the app and needs no browser.
const browser = typeof window !== "undefined";
if (browser) completeBrowser();

function completeBrowser() {
  // Nothing moves, and the window is as wide as a desktop's.
  window.matchMedia = (query) => {
    const matches = query.includes("prefers-reduced-motion");
    const listen = () => {};
    const list = { matches, media: query, onchange: null, addListener: listen, removeListener: listen };
    return { ...list, addEventListener: listen, removeEventListener: listen, dispatchEvent: () => false };
  };

  // Lists that draw only what is in sight need a height to see.
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => 800 },
    clientWidth: { configurable: true, get: () => 300 },
  });

  Object.defineProperty(document, "fonts", { configurable: true, value: new EventTarget() });
}

afterEach(async () => {
  if (!browser) return;
  cleanup();
  // Pages stop listening a moment after they are gone, and need the mock for it.
  await new Promise((resolve) => setTimeout(resolve));
  clearMocks();
  localStorage.clear();
});

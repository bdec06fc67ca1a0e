// A small WebDriver client: every call has a time limit, because a window may hang.

/** How a found element is named on the wire. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** A line end in typed text is the key, not the character. */
const ENTER = "\ue007";

type Element = Record<typeof ELEMENT, string>;
export type Driver = Awaited<ReturnType<typeof openSession>>;

/** Starts the program under the driver at `address`. */
export async function openSession(address: string, binary: string, args: string[]) {
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary, args } } };
  const opened = await ask<{ sessionId: string }>(address, "POST", "/session", { capabilities }, 30);
  const session = `/session/${opened.sessionId}`;
  const send = <T>(method: string, path: string, body?: object, seconds?: number) =>
    ask<T>(address, method, session + path, body, seconds);

  const find = (xpath: string) => send<Element>("POST", "/element", { using: "xpath", value: xpath });
  const of = (element: Element) => `/element/${element[ELEMENT]}`;
  const run = <T>(script: string, ...args: unknown[]) =>
    send<T>("POST", "/execute/sync", { script, args });

  return {
    find,
    run,
    click: async (xpath: string) => send("POST", `${of(await find(xpath))}/click`, {}),
    type: async (xpath: string, text: string) =>
      send("POST", `${of(await find(xpath))}/value`, { text: text.replaceAll("\n", ENTER) }),
    clear: async (xpath: string) => send("POST", `${of(await find(xpath))}/clear`, {}),
    value: async (xpath: string) =>
      send<string>("GET", `${of(await find(xpath))}/property/value`),
    /** Everything a person can read. */
    text: () => run<string>("return document.body.innerText"),
    close: () => send("DELETE", ""),
  };
}

async function ask<T>(address: string, method: string, path: string, body?: object, seconds = 15) {
  const response = await fetch(address + path, {
    method,
    signal: AbortSignal.timeout(seconds * 1000),
    ...(body && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value as T;
}

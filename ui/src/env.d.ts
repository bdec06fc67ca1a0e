/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Set for a plain browser with answers from memory. */
  readonly VITE_FAKE: string;
  /** Set for a plain browser with answers from a development server. */
  readonly VITE_BRIDGE: string;
}

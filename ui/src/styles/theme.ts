// How Mantine's components look here. The values are the tokens of tokens.css.

import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from "@mantine/core";
import parts from "./parts.module.css";

const pine: MantineColorsTuple = [
  "#e9f6f2",
  "#d2ebe4",
  "#a6d8cb",
  "#7fd0bd",
  "#5cc9b2",
  "#2c9b82",
  "#16826b",
  "#0c6b58",
  "#0a5648",
  "#07443a",
];

const paper: MantineColorsTuple = [
  "#faf9f6",
  "#f4f3ee",
  "#eceae3",
  "#e3e0d7",
  "#cfccc2",
  "#aaa89f",
  "#8e8f87",
  "#5a615d",
  "#3a403d",
  "#1b201e",
];

const night: MantineColorsTuple = [
  "#e9edea",
  "#c3cbc7",
  "#a4aea9",
  "#737d78",
  "#39423e",
  "#2f3633",
  "#1f2422",
  "#171b19",
  "#101312",
  "#0a0c0b",
];

const field = { classNames: { label: parts.label, input: parts.input, description: parts.description } };

export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: { light: 7, dark: 4 },
  colors: { pine, gray: paper, dark: night },
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    if (input.variant !== "filled" || (input.color && input.color !== "pine")) return colours;
    return {
      ...colours,
      background: "var(--accent)",
      hover: "var(--accent-hover)",
      color: "var(--on-accent)",
    };
  },
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--mono)",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  radius: { sm: "6px", md: "8px", lg: "12px" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "sm" }, classNames: { root: parts.button } },
    ActionIcon: {
      defaultProps: { variant: "subtle", color: "gray", size: 32 },
      classNames: { root: parts.icon },
    },
    TextInput: field,
    Textarea: field,
    Select: {
      ...field,
      defaultProps: { allowDeselect: false, comboboxProps: { shadow: "md" } },
    },
    Menu: { defaultProps: { shadow: "md" }, classNames: { dropdown: parts.dropdown } },
    Modal: {
      classNames: { title: parts.dialogTitle },
      defaultProps: { overlayProps: { blur: 0 }, transitionProps: { duration: 120 } },
    },
    SegmentedControl: {
      classNames: { root: parts.segments, indicator: parts.segment },
    },
    Tabs: { classNames: { tab: parts.tab, list: parts.tabList } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, fz: "xs" } },
  },
});

const surfaces = {
  "--mantine-color-body": "var(--card)",
  "--mantine-color-text": "var(--text)",
  "--mantine-color-dimmed": "var(--dim)",
  "--mantine-color-placeholder": "var(--dim)",
  "--mantine-color-error": "var(--missing)",
  "--mantine-color-default": "var(--card)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-color": "var(--text)",
  "--mantine-color-default-border": "var(--line)",
  "--mantine-color-anchor": "var(--accent-text)",
  "--mantine-color-pine-text": "var(--accent-text)",
  "--mantine-color-pine-filled": "var(--accent)",
  "--mantine-color-pine-filled-hover": "var(--accent-hover)",
  "--mantine-color-pine-light": "var(--accent-soft)",
  "--mantine-color-pine-light-hover": "var(--accent-soft)",
  "--mantine-color-pine-light-color": "var(--accent-text)",
};

export const variables: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces });

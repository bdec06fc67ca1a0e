// How Mantine's components look here. The values are the tokens of tokens.css.

import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  Menu,
  Modal,
  SegmentedControl,
  Select,
  Tabs,
  Textarea,
  TextInput,
  Tooltip,
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

const field = { classNames: { label: parts.label, input: parts.input, description: parts.description } };

export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: { light: 7, dark: 4 },
  colors: { pine },
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
    Button: Button.extend({ defaultProps: { size: "sm" }, classNames: { root: parts.button } }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: "subtle", color: "gray", size: 32 },
      classNames: { root: parts.icon },
    }),
    TextInput: TextInput.extend(field),
    Textarea: Textarea.extend(field),
    Select: Select.extend({
      ...field,
      defaultProps: { allowDeselect: false, comboboxProps: { shadow: "md" } },
    }),
    Menu: Menu.extend({ defaultProps: { shadow: "md" }, classNames: { dropdown: parts.dropdown } }),
    Modal: Modal.extend({
      classNames: { title: parts.dialogTitle },
      defaultProps: { overlayProps: { blur: 0 }, transitionProps: { duration: 120 } },
    }),
    SegmentedControl: SegmentedControl.extend({
      classNames: { root: parts.segments, indicator: parts.segment },
    }),
    Tabs: Tabs.extend({ classNames: { tab: parts.tab, list: parts.tabList } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false, fz: "xs" } }),
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
};

export const variables: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces });

import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'
import { t } from './texts.ts'

// Cornflower for action, wheat only for what waits for a decision, warm paper below.
const cornflower: MantineColorsTuple = [
  '#e8edfb',
  '#d3dcf7',
  '#b3c2f0',
  '#8fa5e8',
  '#86a3f5',
  '#5f7fdc',
  '#3f63c8',
  '#3354b0',
  '#2a4590',
  '#203570',
]
const wheat: MantineColorsTuple = [
  '#fbf1da',
  '#f6e4ba',
  '#f0d494',
  '#e8bb5c',
  '#e2a93b',
  '#c98f24',
  '#a87414',
  '#7a5208',
  '#5c3d05',
  '#3a2f17',
]

// Paper's own greys: Mantine draws the light theme's fields, borders and tracks with these.
const stone: MantineColorsTuple = [
  '#faf8f4',
  '#efebe3',
  '#e7e2d8',
  '#dcd6ca',
  '#cbc5b8',
  '#a9a499',
  '#5a6375',
  '#4a5262',
  '#333b4b',
  '#1d2433',
]

// Mantine draws the dark theme's fields, borders and hovers with these.
const ink: MantineColorsTuple = [
  '#eceef3',
  '#c7cdd8',
  '#aab2c2',
  '#99a2b4',
  '#3a4254',
  '#2c3240',
  '#212632',
  '#191d26',
  '#12151c',
  '#0d1016',
]

// Mantine chooses the text upon a colour once, for the light theme; ours is chosen for each.
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  const color = input.color ?? input.theme.primaryColor
  if (color === 'cornflower' && input.variant === 'filled') return { ...colors, color: 'var(--on-accent)' }
  if (color !== 'red') return colors
  if (input.variant === 'filled') {
    return { background: 'var(--danger)', hover: 'var(--danger-strong)', color: 'var(--on-danger)', border: 'none' }
  }
  if (input.variant === 'light') {
    return { ...colors, background: 'var(--danger-soft)', hover: 'var(--danger-soft)', color: 'var(--danger)' }
  }
  if (input.variant === 'subtle') return { ...colors, hover: 'var(--danger-soft)', color: 'var(--danger)' }
  return colors
}

// The system's own emoji first, by the names they go by; ours (`emoji.css`) where it has none.
const EMOJI = '"Apple Color Emoji", "Segoe UI Emoji", "Twemoji Mozilla", "Noto Color Emoji", "Kolosok Emoji"'
const FONTS = `"Golos Text Variable", ${EMOJI}, system-ui, sans-serif`

export const theme = createTheme({
  variantColorResolver: variantColors,
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: '600' },
  colors: { cornflower, wheat, gray: stone, dark: ink },
  primaryColor: 'cornflower',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  defaultRadius: 'md',
  radius: { sm: '8px', md: '12px', lg: '14px', xl: '20px' },
  respectReducedMotion: true,
  components: {
    Badge: { styles: { root: { textTransform: 'none' } } },
    Button: { defaultProps: { size: 'md' } },
    // A hint below: fields of one row stand on one line, with or without one.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Autocomplete: { defaultProps: { size: 'md' } },
    // The first item gets the focus: an empty place before it is nothing that a menu may hold.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: { centered: true, radius: 'xl', closeButtonProps: { 'aria-label': t('close'), 'iconSize': 20 } },
      // The title stands out from what follows; the cross is as large for a finger, whatever it is called.
      styles: { title: { fontSize: '17px', fontWeight: 600 }, close: { width: 44, height: 44 } },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('close') } } },
  },
})

const light = {
  '--paper': '#f7f5f0',
  '--surface': '#ffffff',
  '--raised': '#ffffff',
  '--line': '#e7e2d8',
  '--line-soft': '#efebe3',
  '--ink': '#1d2433',
  '--ink-2': '#5a6375',
  '--ink-3': '#666e7e',
  '--accent': '#3f63c8',
  '--accent-strong': '#3354b0',
  '--accent-soft': '#e8edfb',
  '--on-accent': '#ffffff',
  '--wheat': '#e2a93b',
  '--wheat-soft': '#fbf1da',
  '--wheat-ink': '#7a5208',
  '--mine': '#e3eafc',
  '--theirs': '#ffffff',
  '--ok': '#2b7d4f',
  '--danger': '#c0392f',
  '--danger-strong': '#a53027',
  '--danger-soft': '#fbe9e7',
  '--on-danger': '#ffffff',
  '--mantine-color-body': '#ffffff',
  '--mantine-color-text': '#1d2433',
  '--mantine-color-dimmed': '#5a6375',
  '--mantine-color-placeholder': '#666e7e',
  '--mantine-color-error': '#c0392f',
  // What a menu writes its red items with.
  '--mantine-color-red-6': '#c0392f',
  '--mantine-color-cornflower-light': '#e8edfb',
  '--mantine-color-cornflower-light-hover': '#dbe3f9',
  '--mantine-color-cornflower-light-color': '#3354b0',
}
const dark: typeof light = {
  '--paper': '#12151c',
  '--surface': '#191d26',
  '--raised': '#212632',
  '--line': '#2c3240',
  '--line-soft': '#242a36',
  '--ink': '#eceef3',
  '--ink-2': '#aab2c2',
  '--ink-3': '#99a2b4',
  '--accent': '#86a3f5',
  '--accent-strong': '#9db5f8',
  '--accent-soft': '#26314f',
  '--on-accent': '#0f1730',
  '--wheat': '#e8bb5c',
  '--wheat-soft': '#3a2f17',
  '--wheat-ink': '#f2d596',
  '--mine': '#2a3860',
  '--theirs': '#232936',
  '--ok': '#6cc795',
  '--danger': '#f08a80',
  '--danger-strong': '#f5a29a',
  '--danger-soft': '#43211f',
  '--on-danger': '#2b0f0c',
  '--mantine-color-body': '#191d26',
  '--mantine-color-text': '#eceef3',
  '--mantine-color-dimmed': '#aab2c2',
  '--mantine-color-placeholder': '#99a2b4',
  '--mantine-color-error': '#f08a80',
  '--mantine-color-red-6': '#f08a80',
  '--mantine-color-cornflower-light': '#26314f',
  '--mantine-color-cornflower-light-hover': '#2d3a5e',
  '--mantine-color-cornflower-light-color': '#9db5f8',
}

/** The look's own names (`--paper`, `--ink` …) beside Mantine's, for both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light, dark })

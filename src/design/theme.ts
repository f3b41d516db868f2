import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import styles from './theme.module.css'
import { components } from './theme-components.ts'

/** The one theme of the team's app; every value comes from tokens.css. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  fontSizes: {
    xs: 'var(--fs-11)',
    sm: 'var(--fs-12)',
    md: 'var(--fs-13)',
    lg: 'var(--fs-14)',
    xl: 'var(--fs-16)',
  },
  lineHeights: {
    xs: 'var(--lh-11)',
    sm: 'var(--lh-12)',
    md: 'var(--lh-13)',
    lg: 'var(--lh-14)',
    xl: 'var(--lh-16)',
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: 'var(--r-1)', sm: 'var(--r-2)', md: 'var(--r-3)', lg: 'var(--r-4)', xl: '999px' },
  defaultRadius: 'sm',
  shadows: {
    xs: 'var(--shadow-1)',
    sm: 'var(--shadow-1)',
    md: 'var(--shadow-2)',
    lg: 'var(--shadow-2)',
    xl: 'var(--shadow-3)',
  },
  focusRing: 'auto',
  focusClassName: styles.focus!,
  respectReducedMotion: true,
  cursorType: 'pointer',
  colors: {
    accent: [
      '#f7f6fd',
      '#efecfc',
      '#d9d2f8',
      '#aa9dfb',
      '#8a78ee',
      '#6a52de',
      '#5b41cf',
      '#5139c2',
      '#4c34b6',
      '#3a2791',
    ],
    gray: [
      '#f9f9fb',
      '#f3f3f6',
      '#e9e9ee',
      '#e8e8ed',
      '#d6d6de',
      '#a3a3af',
      '#8a8a97',
      '#666672',
      '#52525d',
      '#191920',
    ],
    dark: [
      '#ededf2',
      '#b5b5c0',
      '#90909c',
      '#73737f',
      '#37373f',
      '#2a2a33',
      '#202027',
      '#1b1b20',
      '#141418',
      '#0f0f12',
    ],
    crm: even('var(--crm)'),
    ats: even('var(--ats)'),
    bad: even('var(--bad)'),
    good: even('var(--good)'),
  },
  components,
})

/** Points the library's own variables at our tokens, so that its parts and our style sheets read the same values. */
export const resolveVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-3)',
    '--mantine-color-placeholder': 'var(--text-3)',
    '--mantine-color-default': 'var(--surface-raised)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default-hover': 'var(--fill)',
    '--mantine-color-error': 'var(--bad-text)',
    '--mantine-color-anchor': 'var(--text)',
    '--mantine-color-disabled': 'var(--fill-strong)',
    '--mantine-color-disabled-color': 'var(--text-3)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
    '--mantine-primary-color-light': 'var(--accent-soft)',
    '--mantine-primary-color-light-hover': 'var(--accent-soft)',
    '--mantine-primary-color-light-color': 'var(--accent-text)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-color-accent-filled': 'var(--accent)',
    '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
    '--mantine-color-accent-light': 'var(--accent-soft)',
    '--mantine-color-accent-light-color': 'var(--accent-text)',
    '--mantine-line-height': 'var(--lh-13)',
  }
  return { variables: {}, light: both, dark: both }
}

function even(colour: string): MantineColorsTuple {
  return [colour, colour, colour, colour, colour, colour, colour, colour, colour, colour]
}

import { alpha, type Components, type PaletteOptions, type Theme, type ThemeOptions } from '@mui/material';

/** No font is downloaded: each system's own Chinese face, figures of equal width where they stand in columns. */
const FONT = [
  'Inter',
  '-apple-system',
  '"Segoe UI"',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  'system-ui',
  'sans-serif',
].join(',');

const LIGHT: PaletteOptions = {
  mode: 'light',
  primary: { main: '#0e5a57', light: '#3b7d79', dark: '#0a4543', contrastText: '#ffffff' },
  secondary: { main: '#b8472b', contrastText: '#ffffff' },
  success: { main: '#2c7a4b' },
  warning: { main: '#9a6700' },
  error: { main: '#a4262c' },
  info: { main: '#2a6394' },
  background: { default: '#f6f5f1', paper: '#ffffff' },
  text: { primary: '#1d2526', secondary: '#5a6566', disabled: '#878f8f' },
  divider: '#e4e1d9',
};

const DARK: PaletteOptions = {
  mode: 'dark',
  primary: { main: '#63bdb3', light: '#8fd3cb', dark: '#3f978e', contrastText: '#06201f' },
  secondary: { main: '#f08c70', contrastText: '#2a0f07' },
  success: { main: '#6cc08b' },
  warning: { main: '#dcae4c' },
  error: { main: '#f2a19a' },
  info: { main: '#85b9e3' },
  background: { default: '#121718', paper: '#1a2021' },
  text: { primary: '#e4e8e7', secondary: '#9fabab', disabled: '#778384' },
  divider: '#2d3637',
};

export const lightTheme = themeOf(LIGHT);
export const darkTheme = themeOf(DARK);

function themeOf(palette: PaletteOptions): ThemeOptions {
  return {
    palette,
    shape: { borderRadius: 8 },
    typography: {
      fontFamily: FONT,
      fontSize: 13.5,
      h5: { fontSize: '1.3rem', fontWeight: 650 },
      h6: { fontSize: '1.02rem', fontWeight: 650 },
      subtitle2: { fontWeight: 650 },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components: { ...surfaces(), ...controls(), ...tables() },
  } as ThemeOptions;
}

/** Cards lie flat on the ground, told apart by a hairline; the keyboard's place is always seen. */
function surfaces(): Components<Theme> {
  return {
    MuiCssBaseline: {
      styleOverrides: (theme) => ({
        body: { overflowY: 'scroll' },
        '*:focus-visible': { outline: `2px solid ${theme.palette.secondary.main}`, outlineOffset: 2 },
        '@media print': { 'header, aside, .no-print': { display: 'none !important' } },
      }),
    },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: {
      styleOverrides: {
        root: ({ theme }) => ({ border: `1px solid ${theme.palette.divider}`, borderRadius: 10 }),
      },
    },
    MuiDialog: {
      styleOverrides: { paper: ({ theme }) => ({ border: `1px solid ${theme.palette.divider}` }) },
    },
    MuiTooltip: { defaultProps: { arrow: true, enterTouchDelay: 0 } },
  };
}

function controls(): Components<Theme> {
  return {
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: { defaultProps: { disableElevation: true, size: 'small' } },
    MuiTextField: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
    MuiFormControl: {
      defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true },
    },
    MuiAutocomplete: { defaultProps: { fullWidth: true, size: 'small' } },
    MuiFormHelperText: { styleOverrides: { root: { marginLeft: 2 } } },
    MuiOutlinedInput: {
      styleOverrides: { root: ({ theme }) => ({ backgroundColor: theme.palette.background.paper }) },
    },
    MuiTab: { styleOverrides: { root: { minHeight: 42, textTransform: 'none', fontWeight: 600 } } },
  };
}

function tables(): Components<Theme> {
  return {
    MuiTableCell: {
      styleOverrides: {
        root: ({ theme }) => ({
          borderColor: theme.palette.divider,
          padding: '7px 12px',
          fontSize: '0.9rem',
        }),
        head: ({ theme }) => ({
          color: theme.palette.text.secondary,
          fontWeight: 600,
          whiteSpace: 'nowrap',
          backgroundColor: alpha(theme.palette.text.primary, 0.03),
        }),
      },
    },
    MuiTableRow: { styleOverrides: { root: { '&:last-of-type > td': { borderBottom: 0 } } } },
  };
}

import { createTheme } from '@mantine/core';

/** What Mantine components are told; colours live in tokens.css. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  primaryColor: 'indigo',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Its focus placeholder sits inside role=menu, where only menu items may be.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
  },
});

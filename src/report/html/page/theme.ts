import { byId } from './dom.ts';

const THEMES = ['system', 'dark', 'light'] as const;
type Theme = (typeof THEMES)[number];

const STORED_AS = 'keypetrel-theme';

/** Lets the reader choose between the system's theme, dark and light; remembered where the browser allows. */
export function startTheme(): void {
  let theme = THEMES.find((each) => each === recall()) ?? 'system';
  const control = byId('theme');
  const show = (): void => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    control.textContent = `Theme: ${theme}`;
  };
  control.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
    remember(theme);
    show();
  });
  show();
}

function recall(): string | null {
  try {
    return localStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(STORED_AS, theme);
  } catch {
    // Some browsers give pages from disk no storage: the choice then holds for this visit.
  }
}

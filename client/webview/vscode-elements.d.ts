import type { JSX } from 'preact';

/** The elements of @vscode-elements/elements that the webviews use, for JSX. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-button': JSX.HTMLAttributes<HTMLElement> & { secondary?: boolean; disabled?: boolean };
      'vscode-single-select': JSX.HTMLAttributes<HTMLElement & { value: string }> & { value?: string };
      'vscode-option': JSX.HTMLAttributes<HTMLElement> & { value?: string; selected?: boolean };
      'vscode-textfield': JSX.HTMLAttributes<HTMLElement & { value: string }> & { value?: string; type?: 'number' };
    }
  }
}

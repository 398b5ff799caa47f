import { mergeConfig } from 'vitest/config';
import windowTests from '../../test/window/vitest.config.ts';

/** The window of the tests, for pictures instead of expectations. */
export default mergeConfig(windowTests, {
  test: {
    root: import.meta.dirname,
    globalSetup: '../../test/window/global-setup.ts',
    include: ['pictures.ts'],
  },
});

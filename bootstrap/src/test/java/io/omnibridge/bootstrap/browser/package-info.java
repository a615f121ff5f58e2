/**
 * Tests of the pages in a real browser, where one is found: Chromium or a relative of it, and Node.js, which Playwright needs. Where none
 * is found they are skipped, unless {@code OMNIBRIDGE_TEST_BROWSER=required}.
 */
@NullMarked
package io.omnibridge.bootstrap.browser;

import org.jspecify.annotations.NullMarked;

/**
 * Use cases that lend credentials and refresh them, at once when they are due or in the background. {@code
 * docs/refresh.md} shows the states, the steps and who writes what.
 */
@NullMarked
package io.omnibridge.application.credentials;

import org.jspecify.annotations.NullMarked;

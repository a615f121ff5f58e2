/**
 * Limits of what one user or one provider may occupy of a node, so that neither can hold up the others. {@code CallLimiter} is
 * for calls of providers, {@code UserLimiter} for requests that make several of them.
 */
@NullMarked
package io.omnibridge.application.limit;

import org.jspecify.annotations.NullMarked;

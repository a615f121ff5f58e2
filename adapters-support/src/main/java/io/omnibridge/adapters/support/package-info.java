/**
 * Plumbing that the adapters and bootstrap share: one implementation of each idea, in one package per topic. It knows the
 * domain at most; the domain and the application do not know it.
 */
@NullMarked
package io.omnibridge.adapters.support;

import org.jspecify.annotations.NullMarked;

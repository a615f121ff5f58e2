/**
 * Errors as problem documents (RFC 9457). {@link io.omnibridge.adapters.http.problem.ProblemCode} lists every error that a
 * caller can receive.
 */
@NullMarked
package io.omnibridge.adapters.http.problem;

import org.jspecify.annotations.NullMarked;

/** Errors as RFC 9457 problem documents. */
@NullMarked
package io.omnibridge.adapters.http.problem;

import org.jspecify.annotations.NullMarked;

/** The driving adapter: HTTP requests come in, use cases are called, metadata and problems go out. */
@NullMarked
package io.omnibridge.adapters.http;

import org.jspecify.annotations.NullMarked;

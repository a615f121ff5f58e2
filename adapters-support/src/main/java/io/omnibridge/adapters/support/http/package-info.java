/** HTTP with servers that are not trusted: no redirects, and responses of bounded size. */
@NullMarked
package io.omnibridge.adapters.support.http;

import org.jspecify.annotations.NullMarked;

/** Tests of the pages over HTTP. */
@NullMarked
package io.omnibridge.adapters.http.page;

import org.jspecify.annotations.NullMarked;

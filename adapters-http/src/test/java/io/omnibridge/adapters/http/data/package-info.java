/** Tests of the data routes: the proxy, leases, and the log of uses. */
@NullMarked
package io.omnibridge.adapters.http.data;

import org.jspecify.annotations.NullMarked;

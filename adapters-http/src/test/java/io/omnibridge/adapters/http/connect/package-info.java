/** The routes of connecting an account, from the outside. */
@NullMarked
package io.omnibridge.adapters.http.connect;

import org.jspecify.annotations.NullMarked;

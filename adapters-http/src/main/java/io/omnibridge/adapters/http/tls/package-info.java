/** The certificate and the key that the server shows to its clients: reading them, and what makes them fit for use. */
@NullMarked
package io.omnibridge.adapters.http.tls;

import org.jspecify.annotations.NullMarked;

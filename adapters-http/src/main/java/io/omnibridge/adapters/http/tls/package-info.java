/**
 * The server's certificate and private key in PEM: parsing and validation. {@link io.omnibridge.adapters.http.tls.TlsIdentity}
 * holds a valid pair.
 */
@NullMarked
package io.omnibridge.adapters.http.tls;

import org.jspecify.annotations.NullMarked;

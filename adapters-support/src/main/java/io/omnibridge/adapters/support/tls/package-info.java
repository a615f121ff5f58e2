/** Certificates that outgoing TLS connections trust. Each peer may have its own, such as those of a private CA. */
@NullMarked
package io.omnibridge.adapters.support.tls;

import org.jspecify.annotations.NullMarked;

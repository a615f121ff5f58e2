package io.omnibridge.domain.account;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;
import java.net.URI;

/**
 * The issuer of credentials, and the only place that they may be sent to for a refresh or revocation: the OAuth client
 * that they were issued to, and the origin of the token endpoint that issued them.
 *
 * @param clientId the OAuth client id (RFC 6749 §2.2), 1 to 255 visible ASCII characters
 * @param tokenEndpoint scheme, host and port of the token endpoint: no user, path, query or fragment
 */
public record TokenOrigin(String clientId, URI tokenEndpoint) {

    private static final int MAX_LENGTH = 255;

    /** @throws InvalidValue if {@code clientId} or {@code tokenEndpoint} breaks a rule above */
    public TokenOrigin {
        Text.requireName(clientId, MAX_LENGTH);
        InvalidValue.unless(Text.isVisibleAscii(clientId), "must be visible ASCII characters");
        InvalidValue.unless(isOrigin(tokenEndpoint), "must be an origin: scheme, host and port alone");
    }

    private static boolean isOrigin(URI uri) {
        return uri.getScheme() != null
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && "".equals(uri.getRawPath())
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }
}

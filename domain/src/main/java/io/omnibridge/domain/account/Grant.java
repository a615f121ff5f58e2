package io.omnibridge.domain.account;

import io.omnibridge.domain.credentials.Credentials;
import java.util.Objects;
import java.util.Optional;

/**
 * The content of sealed credentials: the credentials in the clear, and all data that decides about their use. It exists
 * only between a request and the sealer, and between the sealer and a call of the provider.
 *
 * @param origin where the credentials were issued; empty if a client handed them over
 * @param label what the provider calls the account; empty if it is not known
 */
public record Grant(
        Credentials credentials, Scopes scopes, Optional<TokenOrigin> origin, Optional<AccountLabel> label) {

    /** Creates a grant of an account without a label. */
    public Grant(Credentials credentials, Scopes scopes, Optional<TokenOrigin> origin) {
        this(credentials, scopes, origin, Optional.empty());
    }

    public Grant {
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(scopes, "scopes");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(label, "label");
    }

    /** Returns this grant with a label. */
    public Grant withLabel(Optional<AccountLabel> told) {
        return new Grant(credentials, scopes, origin, told);
    }
}

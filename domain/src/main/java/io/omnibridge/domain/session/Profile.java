package io.omnibridge.domain.session;

import java.util.Objects;
import java.util.Optional;

/**
 * What a page calls its user: claims of the ID token (OpenID Connect Core §5.1). They are shown to the user alone, and decide nothing.
 *
 * @param name empty if the issuer does not tell it
 * @param email empty if the issuer does not tell it
 */
public record Profile(Optional<String> name, Optional<String> email) {

    /** Neither a name nor an e-mail address. */
    public static final Profile NONE = new Profile(Optional.empty(), Optional.empty());

    public Profile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(email, "email");
    }
}

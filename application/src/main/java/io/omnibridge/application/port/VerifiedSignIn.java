package io.omnibridge.application.port;

import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.session.Profile;
import java.util.Objects;

/** A user who signed in, and what the issuer says about the person. */
public record VerifiedSignIn(UserId user, Profile profile) {
    public VerifiedSignIn {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(profile, "profile");
    }
}

package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.AuthorizationRules;
import java.util.List;
import java.util.Optional;

/**
 * Compares {@code offline_access}, if it is requested, with what the issuer announces (OpenID Connect Discovery §3): without it,
 * an account has to be connected again once its access token expires.
 */
final class OfflineAccessCheck {

    private static final String REFRESH_TOKEN = "refresh_token";

    private OfflineAccessCheck() {}

    /** Returns the result; empty if the scope is not requested. */
    static Optional<CheckResult> check(CheckedProvider provider) {
        boolean isRequested = provider.entry()
                .authorization()
                .withRequired(provider.entry().connectable().scopes())
                .values()
                .contains(AuthorizationRules.OFFLINE_ACCESS);
        return Optional.of(provider.metadata()).filter(it -> isRequested).map(OfflineAccessCheck::compare);
    }

    private static CheckResult compare(IssuerMetadata metadata) {
        if (lacks(metadata.grantTypes(), REFRESH_TOKEN)) {
            return new CheckResult(
                    CheckStatus.WRONG,
                    "the issuer announces no refresh tokens (grant_types_supported), so offline_access will not be granted:"
                            + " permit them at the provider, or remove offline_access from scopes");
        }
        if (lacks(metadata.scopes(), AuthorizationRules.OFFLINE_ACCESS)) {
            return new CheckResult(
                    CheckStatus.WRONG,
                    "the issuer does not announce offline_access (scopes_supported), so it will not be granted: permit it"
                            + " at the provider, or remove it from scopes");
        }
        return metadata.scopes().isPresent() && metadata.grantTypes().isPresent()
                ? new CheckResult(CheckStatus.FINE, "the issuer announces offline_access and refresh tokens")
                : new CheckResult(
                        CheckStatus.UNKNOWN,
                        "cannot be told: whether offline_access will be granted, since the issuer does not announce all of"
                                + " its scopes and grant types");
    }

    private static boolean lacks(Optional<List<String>> announced, String value) {
        return announced.filter(it -> !it.contains(value)).isPresent();
    }
}

package io.omnibridge.adapters.providers.catalogue;

/** What a provider speaks. */
enum ProviderKind {
    /** OpenID Connect: it has an issuer, and issues ID tokens. */
    OIDC,
    /** OAuth 2.0 alone: it is known by its URLs. */
    OAUTH2
}

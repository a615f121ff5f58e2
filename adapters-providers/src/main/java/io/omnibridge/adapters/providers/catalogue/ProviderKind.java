package io.omnibridge.adapters.providers.catalogue;

/** Protocol of a provider. */
enum ProviderKind {
    /** OpenID Connect: has an issuer and issues ID tokens. */
    OIDC,
    /** OAuth 2.0 without OpenID Connect: configured by its URLs. */
    OAUTH2
}

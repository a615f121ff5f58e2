package io.omnibridge.application.port;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What people are told about a provider, beside its name.
 *
 * @param description what the operator uses the provider for; empty if the operator does not say
 * @param logo URL of an image; OmniBridge never calls it
 */
public record ProviderPresentation(Optional<String> description, Optional<URI> logo) {

    /** Neither a description nor a logo. */
    public static final ProviderPresentation NONE = new ProviderPresentation(Optional.empty(), Optional.empty());

    public ProviderPresentation {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(logo, "logo");
    }
}

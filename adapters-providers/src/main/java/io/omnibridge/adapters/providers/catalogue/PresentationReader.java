package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.application.port.ProviderPresentation;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what people are told about a provider: {@code description} and {@code logo}. */
final class PresentationReader {

    /** No control characters, unpaired surrogates, line separators, or characters that change the direction of text (Unicode UAX #9 §2). */
    private static final Pattern DESCRIPTION =
            Pattern.compile("[^\\p{Cntrl}\\p{Cs}\\u0080-\\u009f\\u2028-\\u202e\\u2066-\\u2069]{1,500}");

    private final YamlMapping members;

    PresentationReader(YamlMapping members) {
        this.members = members;
    }

    ProviderPresentation read() {
        Optional<String> description = members.find("description")
                .flatMap(it -> ValueParsers.text(it, DESCRIPTION, "must be 1 to 500 characters on one line"));
        Optional<URI> logo = members.find("logo").flatMap(UrlParsers::url);
        return new ProviderPresentation(description, logo);
    }
}

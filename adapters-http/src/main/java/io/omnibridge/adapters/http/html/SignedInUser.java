package io.omnibridge.adapters.http.html;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is signed in, as the pages call the user.
 *
 * @param name empty if the issuer does not tell it
 * @param email empty if the issuer does not tell it
 * @param id the subject at the issuer, which stands for a user with neither
 * @param formToken the token that every form of the page carries
 * @param sections the entries of the navigation
 */
public record SignedInUser(
        Optional<String> name, Optional<String> email, String id, String formToken, List<Section> sections) {

    public SignedInUser {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(formToken, "formToken");
        sections = List.copyOf(sections);
    }

    /** Returns name and e-mail address, as far as they are known, or else the id. */
    public String display() {
        String known = Stream.concat(name.stream(), email.stream()).collect(Collectors.joining(", "));
        return known.isEmpty() ? id : known;
    }
}

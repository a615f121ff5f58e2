package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.reads.ApiLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites the header {@code Link} (RFC 8288 §3) of a response, as far as it leads through pages. */
record PageLinks(ApiLinks links) {

    /** One value with a relation that leads through pages. */
    private static final Pattern PAGE =
            Pattern.compile("<([^>]{1,4096})>[^,<]{0,200}?;\\s*rel=\"?(next|prev|first|last)\"?(?=[;,\\s]|$)");

    /** Returns the header's value for the client; empty if it leads to no page. */
    Optional<String> of(List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<String> pages = new ArrayList<>();
        Matcher page = PAGE.matcher(String.join(", ", values));
        while (page.find()) {
            String relation = page.group(2);
            links.rewrite(page.group(1)).ifPresent(path -> pages.add("<" + path + ">; rel=\"" + relation + "\""));
        }
        return pages.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", pages));
    }
}

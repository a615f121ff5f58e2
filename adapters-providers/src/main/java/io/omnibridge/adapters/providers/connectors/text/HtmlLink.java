package io.omnibridge.adapters.providers.connectors.text;

import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.adapters.providers.scrub.CapabilityUrls;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Target of a link of an HTML document.
 *
 * @param shown what stands behind the link's text: its URL if that is https and not the text itself
 * @param isRemoved whether the URL carries a permission
 */
record HtmlLink(Optional<String> shown, boolean isRemoved) {

    private static final int MAX_LENGTH = 2_048;

    /** @param label the visible text of the link */
    static HtmlLink of(Element link, String label) {
        String url = link.attr("href").strip();
        if (CapabilityUrls.isOne(url)) {
            return new HtmlLink(Optional.empty(), true);
        }
        return new HtmlLink(
                isShown(url) && !label.isBlank() && !label.strip().equals(url)
                        ? Optional.of(" (" + url + ")")
                        : Optional.empty(),
                false);
    }

    private static boolean isShown(String url) {
        return url.length() <= MAX_LENGTH
                && ResponseFields.url(url)
                        .filter(it -> "https".equalsIgnoreCase(it.getScheme()))
                        .filter(it -> it.getHost() != null && it.getRawUserInfo() == null)
                        .isPresent();
    }
}

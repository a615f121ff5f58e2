package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.HtmlPage;
import io.omnibridge.adapters.http.html.Texts;
import io.omnibridge.adapters.http.route.FormFields;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseKind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Page with the form for a lease.
 *
 * @param accounts those that can be chosen
 * @param lifetimes from the shortest to the longest
 * @param filled what the user has filled in; empty at first
 * @param error what to correct; empty at first
 * @param isFirst whether accounts before these have no page of their own
 * @param next the path of the page with the next accounts; empty if these are the last
 */
public record NewLeasePage(
        Frame frame,
        List<AccountCard> accounts,
        List<Duration> lifetimes,
        FormFields filled,
        Optional<String> error,
        boolean isFirst,
        Optional<String> next)
        implements HtmlPage {

    /** Maximum length of a value that the form shows again. A longer value is a mistake anyway. */
    private static final int MAX_ECHO = 200;

    public NewLeasePage {
        Objects.requireNonNull(frame, "frame");
        accounts = List.copyOf(accounts);
        lifetimes = List.copyOf(lifetimes);
        Objects.requireNonNull(filled, "filled");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(next, "next");
    }

    /** Returns the value of a field; {@code otherwise} before the user has filled it in. A long value is cut. */
    public String value(String field, String otherwise) {
        String value = filled.all(field).stream().findFirst().orElse(otherwise);
        return value.substring(0, Math.min(value.length(), MAX_ECHO));
    }

    /** Returns whether a choice is made; {@code atFirst} before the user has sent the form. */
    public boolean isChosen(String field, String value, boolean atFirst) {
        return filled.values().isEmpty() ? atFirst : filled.all(field).contains(value);
    }

    public List<Source> sources() {
        return List.of(Source.values());
    }

    public List<UseKind> kinds() {
        return List.of(UseKind.values());
    }

    public long maxUses() {
        return LeaseTerms.MAX_USES;
    }

    public int maxLabel() {
        return LeaseTerms.MAX_LABEL;
    }

    /** Returns a lifetime in words. */
    public static String words(Texts texts, Duration lifetime) {
        if (lifetime.toHours() < 1) {
            return texts.count("duration.minutes", lifetime.toMinutes());
        }
        return lifetime.toDays() < 1
                ? texts.count("duration.hours", lifetime.toHours())
                : texts.count("duration.days", lifetime.toDays());
    }

    @Override
    public String template() {
        return "new-lease.jte";
    }
}

package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.route.FormFields;
import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.application.lease.RequestedAccount;
import io.omnibridge.application.lease.RequestedLease;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the form for a lease. Every method throws {@link InvalidForm}, which names the text about the first mistake. */
record LeaseForm(FormFields fields, List<Duration> lifetimes) {

    /** What the choices of sources and accounts say where they do not name any. */
    private static final String ALL = "all";

    private static final Pattern USES = Pattern.compile("[1-9][0-9]{0,5}");

    RequestedLease read() {
        return new RequestedLease(label(), sources(), accounts(), kinds(), lifetime(), maxUses());
    }

    private String label() {
        String label = fields.find("label").map(String::strip).orElse("");
        try {
            Text.requireName(label, LeaseTerms.MAX_LABEL);
            return label;
        } catch (InvalidValue e) {
            throw new InvalidForm("lease.error.label");
        }
    }

    private Optional<Set<Source>> sources() {
        return chosen("which_sources", "source", "lease.error.sources")
                .map(words -> constants(words, Source.class, "lease.error.sources"));
    }

    private Optional<List<RequestedAccount>> accounts() {
        Optional<List<String>> chosen = chosen("which_accounts", "account", "lease.error.accounts");
        if (chosen.isPresent() && chosen.get().size() > LeaseTerms.MAX_ACCOUNTS) {
            throw new InvalidForm("lease.error.too-many-accounts");
        }
        return chosen.map(names -> names.stream().map(LeaseForm::account).toList());
    }

    private Set<UseKind> kinds() {
        List<String> words = fields.all("kind");
        if (words.isEmpty()) {
            throw new InvalidForm("lease.error.kinds");
        }
        return constants(words, UseKind.class, "lease.error.kinds");
    }

    private Duration lifetime() {
        return fields.find("lifetime").stream()
                .flatMap(text -> lifetimes.stream().filter(it -> it.toString().equals(text)))
                .findFirst()
                .orElseThrow(() -> new InvalidForm("lease.error.lifetime"));
    }

    private long maxUses() {
        return fields.find("max_uses")
                .map(String::strip)
                .filter(text -> USES.matcher(text).matches())
                .map(Long::valueOf)
                .filter(uses -> uses <= LeaseTerms.MAX_USES)
                .orElseThrow(() -> new InvalidForm("lease.error.uses"));
    }

    /** Returns the chosen values; empty if the user chose all. */
    private Optional<List<String>> chosen(String which, String name, String errorKey) {
        List<String> values = fields.all(name);
        if (fields.find(which).filter(ALL::equals).isPresent()) {
            return Optional.empty();
        }
        if (values.isEmpty()) {
            throw new InvalidForm(errorKey);
        }
        return Optional.of(values);
    }

    private static <E extends Enum<E>> Set<E> constants(List<String> words, Class<E> type, String errorKey) {
        EnumSet<E> constants = EnumSet.noneOf(type);
        for (String word : words) {
            constants.add(EnumWords.parse(word, type).orElseThrow(() -> new InvalidForm(errorKey)));
        }
        return constants;
    }

    private static RequestedAccount account(String name) {
        String[] parts = name.split("/", 2);
        try {
            InvalidValue.unless(parts.length == 2, "must have two parts");
            return new RequestedAccount(new ProviderId(parts[0]), new ProviderAccountId(parts[1]));
        } catch (InvalidValue e) {
            throw new InvalidForm("lease.error.accounts");
        }
    }
}

package io.omnibridge.adapters.http.page;

import gg.jte.Content;
import io.omnibridge.adapters.http.html.Texts;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseReceipt;
import io.omnibridge.domain.use.UseTarget;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says receipts in sentences.
 *
 * @param labels the labels of leases that were not removed
 */
record UseSentences(Texts texts, AccountNames names, Map<LeaseId, String> labels) {

    ActivityEntry entry(UseReceipt receipt) {
        Use use = receipt.use();
        return new ActivityEntry(
                use.at(), sentence(receipt), actor(use), use.requestId().value());
    }

    private Content sentence(UseReceipt receipt) {
        String targets = receipt.use().targets().stream().map(this::target).collect(Collectors.joining("; "));
        return receipt.reason().isPresent()
                ? texts.isolating(
                        Texts.key("use-failed", receipt.use().kind()),
                        targets,
                        texts.of(Texts.key("use-failure", receipt.reason().get())))
                : texts.isolating(Texts.key("use", receipt.use().kind()), targets);
    }

    private String target(UseTarget target) {
        String account = names.of(target.account());
        return target.source()
                .map(source -> texts.of("activity.target", texts.of(Texts.key("source", source)), account))
                .orElse(account);
    }

    private Content actor(Use use) {
        Optional<LeaseId> lease = use.lease();
        if (lease.isPresent()) {
            return Optional.ofNullable(labels.get(lease.get()))
                    .map(label -> texts.isolating("actor.lease.named", label))
                    .orElseGet(() -> texts.isolating("actor.lease"));
        }
        return use.client()
                .map(client -> texts.isolating("actor.user.named", client.value()))
                .orElseGet(() -> texts.isolating("actor.user"));
    }
}

package io.omnibridge.adapters.http.page;

import gg.jte.Content;
import io.omnibridge.adapters.http.html.Texts;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.AuditedAttempt;
import io.omnibridge.domain.audit.RefusalCount;

/** Says audit events in sentences. */
record ChangeSentences(Texts texts, AccountNames names) {

    private static final String CHANGE = "change";

    ActivityEntry entry(AuditEvent event) {
        AuditedAction action = event.action();
        return new ActivityEntry(
                action.at(),
                sentence(event),
                actor(action.actor()),
                action.requestId().value());
    }

    Content refusal(RefusalCount count) {
        return texts.countIsolating(
                "activity.refusal",
                count.count(),
                texts.of(Texts.key("refused", count.last().action().kind())),
                texts.of(Texts.key("refusal", count.last().outcome())),
                texts.time(count.last().action().at()));
    }

    private Content sentence(AuditEvent event) {
        Content sentence = texts.isolating(key(event), subject(event.action()));
        return event.action()
                .attempt()
                .flatMap(AuditedAttempt::failure)
                .map(reason -> texts.of(Texts.key("failure", reason)))
                .<Content>map(reason -> output -> {
                    sentence.writeTo(output);
                    output.writeUserContent(" " + reason);
                })
                .orElse(sentence);
    }

    /** Returns the key of the text for this kind of action, if there is one, or else for every kind with this outcome. */
    private String key(AuditEvent event) {
        String ofKind = Texts.key(Texts.key(CHANGE, event.action().kind()), event.outcome());
        return texts.has(ofKind) ? ofKind : Texts.key(CHANGE, event.outcome());
    }

    /** Returns what the action was about: an account or a provider; empty if it was about neither. */
    private String subject(AuditedAction action) {
        return action.account()
                .map(names::of)
                .or(() -> action.provider().map(names::of))
                .orElse("");
    }

    private Content actor(Actor actor) {
        String key = actor.kind().map(kind -> Texts.key("actor", kind)).orElse("actor.unrecorded");
        return actor.name().map(name -> texts.isolating(key + ".named", name)).orElseGet(() -> texts.isolating(key));
    }
}

// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.policy.PlantPolicy;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Identity;
import weir.model.Severity;
import weir.model.Subject;

/** A device that differs from those that are like it, where at least three of these agree. Not of the catalogue of 87. */
public final class Peers implements Detector {

    private static final Detection DETECTION = Detection.of("BL-16");

    /** Kind of fact in the baseline: in what a device is meant to differ from its like. */
    private static final String DIFFERS = "differs from its like";

    /** Between two looks, nanoseconds. */
    private static final long PERIOD = 60 * 1_000_000_000L;

    /** Differences that are told; further ones are not. */
    private static final int MOST_TOLD = 10_000;

    /** Groups whose settling is followed. */
    private static final int MOST_GROUPS = 2_000;

    /** Peers that are named. */
    private static final int NAMED = 4;

    private final Statements statements;
    private final Kin kin;
    private final Map<Likeness, PeerGroup> groups = new HashMap<>();
    private final Answers answers = new Answers();
    private final Set<String> told = new HashSet<>();
    private long nextLook = Long.MIN_VALUE;

    public Peers(PlantPolicy policy) {
        Places places = new Places(policy);
        statements = new Statements(places);
        kin = new Kin(places);
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.IDENTITIES, Interest.CONTACTS, Interest.SECONDS);
    }

    @Override
    public void identity(Moment now, Identity identity) {
        statements.said(identity);
    }

    @Override
    public void contact(Moment now, Contact contact) {
        if (answers.met(now.edge(), contact)) {
            kin.met(now.at());
        }
    }

    @Override
    public void second(Moment now) {
        boolean soon = now.time() < nextLook && now.time() >= nextLook - PERIOD; // another capture may be older
        if (soon) {
            return;
        }
        nextLook = now.time() + PERIOD;
        int least = Agreement.LEAST + 1;
        Map<Likeness, List<Address>> alike = statements.groups(least);
        Set<Address> stated = new HashSet<>();
        alike.values().forEach(stated::addAll);
        alike.putAll(kin.groups(now.baseline(), answers, stated, least));
        if (alike.isEmpty()) {
            return;
        }
        Map<Address, Profile> profiles = new Survey(now.baseline(), answers, alike.values()).profiles();
        alike.forEach((like, devices) -> compare(now, like, devices, profiles));
    }

    private void compare(Moment now, Likeness like, List<Address> devices, Map<Address, Profile> profiles) {
        List<Profile> members = new ArrayList<>();
        for (Address device : devices) {
            Profile profile = profiles.get(device);
            if (profile != null) {
                members.add(profile.among(like, statements));
            }
        }
        PeerGroup group = groups.get(like);
        if (group == null) {
            if (groups.size() >= MOST_GROUPS) {
                return;
            }
            group = new PeerGroup();
            groups.put(like, group);
        }
        boolean settled = group.settles(members, now.time());
        if (!settled && now.stage() != Stage.LEARNING) {
            return;
        }
        Paces.compare(members);
        for (Aspect aspect : Aspect.values()) {
            Agreement agreement = Agreement.of(aspect, members);
            if (agreement != null) {
                agreement.odd().forEach(odd -> differs(now, like, agreement, odd));
            }
        }
    }

    private void differs(Moment now, Likeness like, Agreement agreement, Profile odd) {
        for (String trait : agreement.beyond(odd)) {
            if (!Weights.tells(like, agreement.aspect(), trait)) {
                continue;
            }
            String about = odd.device() + " " + agreement.aspect().label();
            about += agreement.aspect().isSteady() ? " " + trait : "";
            if (now.stage() == Stage.LEARNING) {
                now.baseline().fact(DIFFERS, about, "yes");
            } else if (now.baseline().known(DIFFERS, about).isEmpty() && told.size() < MOST_TOLD && told.add(about)) {
                tell(now, like, agreement, odd, trait);
            }
        }
    }

    private static void tell(Moment now, Likeness like, Agreement agreement, Profile odd, String trait) {
        Aspect aspect = agreement.aspect();
        Severity severity = Weights.of(like, aspect, trait, odd.isKnown(aspect, trait));
        Claim claim = now.claim(DETECTION, Address.NONE, new Subject(odd.device(), ""), aspect.label());
        if (claim.isNew()) {
            claim.title(aspect.title())
                    .severity(severity)
                    .confidence(like.isStated() ? 0.6 : 0.4)
                    .techniques(aspect.techniques())
                    .expected(names(agreement.peers()) + ", which are " + like.product() + " too, " + does(agreement))
                    .seen(odd.device() + " " + aspect.one());
        } else if (severity.compareTo(claim.severity()) > 0) {
            claim.severity(severity);
        }
        claim.item(trait);
    }

    private static String does(Agreement agreement) {
        return agreement.usual().isEmpty()
                ? "do no such thing"
                : agreement.aspect().peers() + " " + String.join(", ", agreement.usual());
    }

    private static String names(List<Profile> peers) {
        String some =
                peers.stream().limit(NAMED).map(p -> p.device().toString()).collect(Collectors.joining(", "));
        return peers.size() <= NAMED ? some : some + " and " + (peers.size() - NAMED) + " more";
    }
}

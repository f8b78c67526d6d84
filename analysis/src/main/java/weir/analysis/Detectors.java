// SPDX-License-Identifier: Apache-2.0
package weir.analysis;

import java.util.List;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Settings;
import weir.analysis.detect.behaviour.AddressConflicts;
import weir.analysis.detect.behaviour.BorrowedAddresses;
import weir.analysis.detect.behaviour.Bridges;
import weir.analysis.detect.behaviour.DeviceTalk;
import weir.analysis.detect.behaviour.IdentityDrift;
import weir.analysis.detect.behaviour.NewNames;
import weir.analysis.detect.behaviour.NewServices;
import weir.analysis.detect.behaviour.Newcomers;
import weir.analysis.detect.behaviour.StackChanges;
import weir.analysis.detect.behaviour.Volumes;
import weir.analysis.detect.peer.Peers;
import weir.analysis.detect.policy.OutsideHours;
import weir.analysis.detect.policy.PlantPolicy;
import weir.analysis.detect.policy.ZoneCrossings;
import weir.analysis.detect.rule.BroadcastControl;
import weir.analysis.detect.rule.DeedRules;
import weir.analysis.detect.rule.FunctionScans;
import weir.analysis.detect.rule.Interrogations;
import weir.analysis.detect.rule.Malformed;
import weir.analysis.detect.rule.OddPorts;
import weir.analysis.detect.rule.OpaqueChannels;
import weir.analysis.detect.rule.OpenDoors;
import weir.analysis.detect.rule.Probes;
import weir.analysis.detect.rule.SelectBeforeOperate;
import weir.analysis.detect.rule.WeakSessions;
import weir.analysis.detect.rule.Writes;
import weir.analysis.detect.sigma.SigmaRule;
import weir.analysis.detect.sigma.SigmaRules;
import weir.analysis.detect.signature.Rule;
import weir.analysis.detect.signature.Signatures;
import weir.analysis.detect.threat.Beacons;
import weir.analysis.detect.threat.ChangedProjects;
import weir.analysis.detect.threat.Exfiltration;
import weir.analysis.detect.threat.Exploits;
import weir.analysis.detect.threat.Exposure;
import weir.analysis.detect.threat.Floods;
import weir.analysis.detect.threat.HostLogs;
import weir.analysis.detect.threat.Indicators;
import weir.analysis.detect.threat.NameTunnels;
import weir.analysis.detect.threat.PasswordAttacks;
import weir.analysis.detect.threat.RefusedSweeps;
import weir.analysis.detect.threat.RemoteAccess;
import weir.analysis.detect.threat.RemoteExecution;
import weir.analysis.detect.threat.Sweeps;
import weir.analysis.detect.threat.TicketHunts;
import weir.analysis.detect.threat.ToolTransfers;
import weir.analysis.detect.timing.Blindness;
import weir.analysis.detect.timing.DoubleAnswers;
import weir.analysis.detect.timing.Latencies;
import weir.analysis.detect.timing.MissingTalkers;
import weir.analysis.detect.timing.Rhythms;
import weir.analysis.detect.timing.Toggles;
import weir.analysis.detect.timing.Unanswered;
import weir.analysis.detect.value.Points;

/** All detectors. Each call makes new ones, which have seen nothing. */
public final class Detectors {

    private Detectors() {}

    /** As {@link #all(Settings)}, with nothing set. */
    public static List<Detector> all() {
        return all(Settings.DEFAULT);
    }

    /** As {@link #all(Settings, PlantPolicy, List, List)}, with nothing laid down, and no rules of others. */
    public static List<Detector> all(Settings settings) {
        return all(settings, PlantPolicy.NONE, List.of(), List.of());
    }

    /** A line for each; their order decides nothing but the order of claims made at the same moment. */
    public static List<Detector> all(
            Settings settings, PlantPolicy policy, List<SigmaRule> sigma, List<Rule> signatures) {
        return List.of(
                new DeedRules(),
                new Writes(),
                new FunctionScans(settings.limits()),
                new Interrogations(settings.limits()),
                new Malformed(),
                new Probes(),
                new Newcomers(),
                new DeviceTalk(),
                new AddressConflicts(),
                new BorrowedAddresses(),
                new IdentityDrift(),
                new NewServices(),
                new MissingTalkers(settings.limits()),
                new Unanswered(settings.limits()),
                new Toggles(settings.limits()),
                new Blindness(),
                new Sweeps(settings.limits()),
                new Floods(settings.limits()),
                new Exploits(),
                new PasswordAttacks(settings.limits()),
                new RemoteExecution(),
                new ToolTransfers(),
                new NameTunnels(settings.limits()),
                new BroadcastControl(),
                new OddPorts(),
                new OpaqueChannels(),
                new OpenDoors(),
                new SelectBeforeOperate(),
                new WeakSessions(),
                new ChangedProjects(),
                new Exfiltration(settings),
                new Exposure(),
                new HostLogs(),
                new Indicators(settings),
                new RefusedSweeps(settings.limits()),
                new RemoteAccess(settings),
                new TicketHunts(settings.limits()),
                new Points(),
                new DoubleAnswers(),
                new Rhythms(),
                new Latencies(),
                new Beacons(),
                new Volumes(),
                new Bridges(settings.limits()),
                new NewNames(),
                new StackChanges(),
                new Peers(policy),
                new OutsideHours(policy),
                new ZoneCrossings(policy),
                new SigmaRules(sigma),
                new Signatures(signatures));
    }
}

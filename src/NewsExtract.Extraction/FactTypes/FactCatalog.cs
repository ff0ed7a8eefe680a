using System.Collections.Immutable;

namespace NewsExtract.Extraction.FactTypes;

/// <summary>The fact types, in the order of the guidelines. A new type is its folder and one line here.</summary>
internal static class FactCatalog
{
    public static ImmutableArray<IFactExtractor> CreateAll() =>
    [
        new Position.PositionExtractor(),
        new Participation.ParticipationExtractor(),
        new Appointment.AppointmentExtractor(),
        new Statement.StatementExtractor(),
        new Credit.CreditExtractor(),
        new ProjectCount.ProjectCountExtractor(),
        new Statistic.StatisticExtractor(),
        new Investment.InvestmentExtractor(),
        new Target.TargetExtractor(),
        new Agreement.AgreementExtractor(),
        new Honor.HonorExtractor(),
        new Establishment.EstablishmentExtractor(),
    ];
}

using HelloWork.Blazor.Applications;
using HelloWork.Blazor.DirectRequests;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.MyPage;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Documents;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HelloWork.Tests.Applications;

/// <summary>Every value a page may show has its words.</summary>
public sealed class ExchangeTextTests
{
    private static readonly IServiceProvider Texts = new ServiceCollection().AddLogging().AddPortalTexts().BuildServiceProvider();

    [Theory]
    [InlineData(typeof(RequestStateText), "State.", typeof(DirectRequestState))]
    [InlineData(typeof(ReceivedRequestsText), "End.", typeof(DirectRequestEnd))]
    [InlineData(typeof(ReceivedRequestsText), "Flow.", typeof(DirectRequestEnd))]
    [InlineData(typeof(ReceivedRequestsText), "End.JobEnded.", typeof(JobEndReason))]
    [InlineData(typeof(ReceivedRequestsText), "Refused.Decline.", typeof(DeclineRefusal))]
    [InlineData(typeof(ReceivedRequestsText), "Refused.Advice.", typeof(AdviceRefusal))]
    [InlineData(typeof(ApplicationsText), "Refused.", typeof(ApplyRefusal))]
    [InlineData(typeof(ApplicationsText), "Status.", typeof(ApplicationStatus))]
    [InlineData(typeof(ApplicationsText), "Step.", typeof(ApplicationStatus))]
    [InlineData(typeof(ApplicationsText), "View.Status.", typeof(ApplicationStatus))]
    [InlineData(typeof(ApplicationsText), "Messages.Refused.", typeof(MessageRefusal))]
    [InlineData(typeof(ApplicationsText), "Withdraw.Refused.", typeof(WithdrawRefusal))]
    [InlineData(typeof(ApplicationsText), "Record.Refused.", typeof(StepRefusal))]
    [InlineData(typeof(InterviewsText), "State.", typeof(InterviewState))]
    [InlineData(typeof(InterviewsText), "Step.", typeof(InterviewStepKind))]
    [InlineData(typeof(InterviewsText), "Refused.", typeof(OfferRefusal))]
    [InlineData(typeof(InterviewsText), "Pick.Refused.", typeof(PickRefusal))]
    [InlineData(typeof(InterviewsText), "CallOff.Refused.", typeof(CallOffRefusal))]
    [InlineData(typeof(ApplicationsText), "Promise.Refused.", typeof(PromiseRefusal))]
    [InlineData(typeof(DocumentsText), "Refused.", typeof(DocumentRefusal))]
    [InlineData(typeof(MyPageText), "Kind.", typeof(RegistrationKind))]
    [InlineData(typeof(MyPageText), "Registration.Over.", typeof(RegistrationEndReason))]
    [InlineData(typeof(MyPageText), "Refused.", typeof(PublicationRefusal))]
    public void EveryValue_HasItsWords(Type marker, string prefix, Type values)
    {
        var text = (IStringLocalizer)Texts.GetRequiredService(typeof(IStringLocalizer<>).MakeGenericType(marker));

        Assert.All(Enum.GetNames(values), name => Assert.False(text[prefix + name].ResourceNotFound, prefix + name));
    }

    [Theory]
    [InlineData(ApplyRefusal.JobNotFound)]
    [InlineData(ApplyRefusal.JobNotActive)]
    [InlineData(ApplyRefusal.SelfApplicationNotAccepted)]
    [InlineData(ApplyRefusal.NoOpenRegistration)]
    [InlineData(ApplyRefusal.AlreadyApplied)]
    public void EveryBarToApplying_HasItsWordsOnTheForm(ApplyRefusal bar) =>
        Assert.False(Texts.GetRequiredService<IStringLocalizer<ApplicationsText>>()[$"Barred.{bar}"].ResourceNotFound);

    [Theory]
    [InlineData(ApplyRefusal.JobNotActive)]
    [InlineData(ApplyRefusal.SelfApplicationNotAccepted)]
    [InlineData(ApplyRefusal.NoOpenRegistration)]
    public void EveryBarToApplying_HasItsWordsOnTheRequest(ApplyRefusal bar) =>
        Assert.False(Texts.GetRequiredService<IStringLocalizer<ReceivedRequestsText>>()[$"Bar.{bar}"].ResourceNotFound);
}

import { answerJobs } from '../threads/answer-jobs';
import { finishFile, type PageJob } from './finish-file';
import { createTools, type ToolsData } from './finish-tools';

/** A thread of `finishPages`: pages in, facts about the finished ones out. */
answerJobs((data: ToolsData) => {
  const tools = createTools(data);
  return (job: PageJob) => finishFile(job, tools);
});
